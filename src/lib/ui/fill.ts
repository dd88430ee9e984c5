/** The grounds behind a drawing, to tell neighbours apart; they never carry meaning. */
export const fills = ['sky', 'maize', 'rose', 'ichu', 'clay', 'lilac'] as const;

/** `course` is the tint of the dye. */
export type Fill = (typeof fills)[number] | 'course';
