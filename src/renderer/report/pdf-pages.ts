import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';

/** The pages of a PDF, opened; `close` lets its worker go. */
export interface PdfPages {
  readonly count: number;
  /** Draws a page (from 1) at a scale of its own size in CSS pixels; answers with its width and height there. */
  draw(page: number, canvas: HTMLCanvasElement, scale: number): Promise<{ width: number; height: number }>;
  /** The words of a page, for readers of screens. */
  words(page: number): Promise<string>;
  close(): Promise<void>;
}

/**
 * Opens a PDF with its worker from the kit's own files: the page may load nothing from elsewhere, and may build no
 * code from text. Loaded only when somebody looks at a preview.
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfPages> {
  const pdfjs = await import('pdfjs-dist');
  const { default: workerUrl } = await import('pdfjs-dist/build/pdf.worker.min.mjs?url');
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  const task: PDFDocumentLoadingTask = pdfjs.getDocument({
    data: bytes,
    // Typefaces lie in the document itself; nothing is fetched for it.
    disableFontFace: false,
    useSystemFonts: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
  });
  const document: PDFDocumentProxy = await task.promise;
  return {
    count: document.numPages,
    draw: async (number, canvas, scale) => {
      const page = await document.getPage(number);
      const sharp = window.devicePixelRatio || 1;
      const viewport = page.getViewport({ scale: scale * sharp });
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      await page.render({ canvas, viewport }).promise;
      return { width: viewport.width / sharp, height: viewport.height / sharp };
    },
    words: async (number) => {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      return items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .normalize('NFC')
        .replace(/\s+/g, ' ')
        .trim();
    },
    close: () => task.destroy(),
  };
}
