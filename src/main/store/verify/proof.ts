export type Report = (fault: string) => void;
