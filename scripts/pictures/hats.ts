// Hats of the altiplano, for a head with its centre at 0, 0.
import { chain, move, turn } from './geometry.ts';
import { ellipse, INK, line, place, shape } from './shape.ts';
import type { Shape } from './shape.ts';

export interface Hat {
	kind: string;
	colour: string;
	/** ribbon or bobble */
	band: string | undefined;
}

const BOWLER = 'M-11,-13C-12,-30 11,-30 10.6,-13z';
const BOWLER_BRIM =
	'M-17.6,-11.6C-19,-14.6 -12,-15 -10,-14 -4,-12 6,-12 11,-14 14,-15 18.4,-14 17.6,-11.6 12,-7.6 -12,-7.6 -17.6,-11.6z';
const STRAW = 'M-11,-10C-12,-19 -9,-25 -4,-24 -1,-22.6 2,-22.6 5,-24 10,-25 12,-18 11,-10z';
const STRAW_BRIM =
	'M-22,-7.6C-20,-11 -12,-13 0,-12.4 12,-13 20,-11 22,-7.6 14,-5.6 8,-8.4 0,-8.4 -8,-8.4 -14,-5.6 -22,-7.6z';
const LLUCHU =
	'M-13,3C-14.4,-12 -9,-20.4 .6,-20.4 10,-20.4 14.4,-13 13,-4 6,-9 -2,-9 -8,-5L-8.8,9C-11.4,10.4 -12.8,7 -13,3z';
const ZIGZAG = 'M-12.8,-7.4l4,-4 4,3 4,-3.6 4,3 4,-3.2 4.4,3.4';
const WOOL = 'M-12.6,-6C-13,-20 -6,-23 .4,-23 8,-23 13.4,-18 12.6,-6z';
const WOOL_BAND =
	'M-13.8,-3.6C-14.4,-7 -13,-9.4 -11,-9.6 -4,-11.6 5,-11.6 11,-9.6 13.4,-9.4 14.4,-7 13.6,-3.8 6,-7.4 -6,-7.4 -13.8,-3.6z';
const CAP =
	'M-12.6,-5C-13,-17 -6,-20 .4,-20 8,-20 12.4,-15 12.4,-8L20,-5C20.6,-3 19,-2.4 17,-2.8L8,-6.4C0,-8.4 -8,-8 -12.6,-5z';
const WOOL_AMBER = '#F2B01E';

/** @param quarter the head is seen three quarters */
export function hatShapes({ kind, colour, band }: Hat, quarter: boolean): Shape[] {
	const x = quarter ? -1.4 : 0;
	switch (kind) {
		case 'bowler': {
			const ribbon = line('M-10.6,-16.4C-4,-14.4 5,-14.4 10.2,-16.4', 2.2, band || INK);
			const shapes = [shape(BOWLER, colour), shape(BOWLER_BRIM, colour), ribbon];
			return place(shapes, chain(move(x, 0), turn(-3)));
		}
		case 'brim':
			return place([shape(STRAW, colour), shape(STRAW_BRIM, colour)], move(x, -1));
		case 'lluchu': {
			const bobble = shape(ellipse(0.6, -21, 3, 2.6), band || WOOL_AMBER, 2);
			const shapes = [shape(LLUCHU, colour), line(ZIGZAG, 2, band || WOOL_AMBER), bobble];
			return place(shapes, move(x * 0.4, 0));
		}
		case 'woolcap':
			return place([shape(WOOL, colour), shape(WOOL_BAND, band || colour)], move(x * 0.4, 0));
		case 'cap':
			return [shape(CAP, colour)];
		default:
			return [];
	}
}
