/** The part of the arm tape that is drawn, mm. */
const FROM = 80;
const TO = 170;

/** Where a reading lies on the drawn tape, 0 to 1. */
export const onTape = (mm: number): number => (mm - FROM) / (TO - FROM);
