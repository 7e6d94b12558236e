/**
 * Where a report stands in its life. A draft carries a watermark on every page; whatever has a number is frozen,
 * and a correction is a new report that names the old one.
 */
export type ReportStanding =
  | { readonly state: 'draft' }
  | {
      readonly state: 'issued';
      /** As the office writes it, `12` in `Số: 12/BC-LĐLĐ`. */
      readonly number: string;
      /** Day of issue as `YYYY-MM-DD`, Vietnamese time. */
      readonly issuedOn: string;
      /** The report that this one corrects. */
      readonly replaces: { readonly symbol: string; readonly issuedOn: string } | null;
    };
