/** How far a reading is: bytes taken from the file as it was given, lines read. */
export type Meter = { bytes: number; lines: number };
