import { POINT_MM } from '../../../core/base/text-width.ts';

/** Millimetres in points, the unit of PDF. */
export const points = (mm: number): number => mm / POINT_MM;
