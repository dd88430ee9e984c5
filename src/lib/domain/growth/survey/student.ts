const NORMAL_975 = 1.959963984540054;

/** P(|T| ≤ t) of Student's t with a whole number of degrees of freedom (Abramowitz & Stegun 26.7.3–4). */
function within(t: number, df: number): number {
	const theta = Math.atan(t / Math.sqrt(df));
	const [sin, cos] = [Math.sin(theta), Math.cos(theta)];
	const odd = df % 2 === 1;
	let term = odd ? cos : 1;
	let sum = 0;
	for (let k = odd ? 1 : 0; k <= df - 2; k += 2) {
		sum += term;
		term *= (cos * cos * (k + 1)) / (k + 2);
	}
	return odd ? (2 / Math.PI) * (theta + sin * sum) : sin * sum;
}

/** Cornish–Fisher expansion in 1/df (A&S 26.7.5): below 1e-12 from 1,000 degrees on. */
function expansion(df: number): number {
	const x = NORMAL_975;
	const x2 = x * x;
	const g1 = (x * (x2 + 1)) / 4;
	const g2 = (x * (5 * x2 * x2 + 16 * x2 + 3)) / 96;
	const g3 = (x * (3 * x2 ** 3 + 19 * x2 * x2 + 17 * x2 - 15)) / 384;
	const g4 = (x * (79 * x2 ** 4 + 776 * x2 ** 3 + 1482 * x2 * x2 - 1920 * x2 - 945)) / 92160;
	return x + g1 / df + g2 / df ** 2 + g3 / df ** 3 + g4 / df ** 4;
}

/** The 97.5 % quantile of Student's t; NaN below one degree of freedom. */
export function student975(df: number): number {
	if (!(df >= 1)) return NaN;
	if (df > 1000) return expansion(df);
	let [low, high] = [1, 13];
	for (let i = 0; i < 60; i++) {
		const middle = (low + high) / 2;
		if (within(middle, df) < 0.95) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
