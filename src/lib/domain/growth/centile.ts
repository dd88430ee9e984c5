/** A centile for display, 0.1 to 99.9 with one decimal; outside −3 … 3 only the side is told. */
export type Centile =
	| { readonly kind: 'centile'; readonly centile: number }
	| { readonly kind: 'below'; readonly limit: 0.1 }
	| { readonly kind: 'above'; readonly limit: 99.9 };

const UPPER = [
	3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
	221.213596169931, 220.206867912376
];
const LOWER = [
	8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674,
	637.333633378831, 793.826512519948, 440.413735824752
];
const polynomial = (coefficients: readonly number[], x: number) =>
	coefficients.reduce((sum, c) => sum * x + c, 0);

/** Beyond this the rational approximation ends and the tail is below 1e-12. */
const FAR = 7.07106781186547;

/** Standard normal distribution, Hart's rational approximation as given by West (2005), 1e-15. */
export function phi(z: number): number {
	const x = Math.abs(z);
	const tail = x < FAR ? (Math.exp((-x * x) / 2) * polynomial(UPPER, x)) / polynomial(LOWER, x) : 0;
	return z > 0 ? 1 - tail : tail;
}

/** From the rounded z. */
export function centileOf(z: number): Centile {
	if (z < -3) return { kind: 'below', limit: 0.1 };
	if (z > 3) return { kind: 'above', limit: 99.9 };
	return { kind: 'centile', centile: Math.round(1000 * phi(z)) / 10 };
}
