/** The ground behind a drawing; it never carries meaning. `course` is the tint of the dye. */
export type Fill = 'sky' | 'maize' | 'rose' | 'ichu' | 'clay' | 'lilac' | 'course';
