/** How the children of a survey were drawn; a part that is not given was not used. */
export interface Sampling {
	readonly size: number;
	/** Sampling weight per row; missing (NaN) counts as 0. */
	readonly weights?: Float64Array | undefined;
	/** Any label per row. */
	readonly clusters?: readonly string[] | undefined;
	readonly strata?: readonly string[] | undefined;
}

/** A sampling prepared for variances: rows lie in primary sampling units, units in strata. */
export interface Design {
	readonly weights: Float64Array;
	/** Unit of every row. */
	readonly unitOf: Int32Array;
	/** Stratum of every unit. */
	readonly stratumOf: Int32Array;
	/** Units per stratum. */
	readonly units: Int32Array;
	/** Units less strata. */
	readonly degrees: number;
}

/** Numbers for labels, in the order of their first appearance. */
function numbered(labels: readonly string[]): { codes: Int32Array; count: number } {
	const seen = new Map<string, number>();
	const codes = Int32Array.from(labels, (label) => {
		const code = seen.get(label) ?? seen.size;
		seen.set(label, code);
		return code;
	});
	return { codes, count: seen.size };
}

/** Units are clusters inside their stratum; without clusters, or with only one, every row is a unit. */
export function designOf({ size, weights, clusters, strata }: Sampling): Design {
	const stratum = strata
		? numbered(strata)
		: { codes: new Int32Array(size), count: size > 0 ? 1 : 0 };
	const several = clusters && new Set(clusters).size > 1;
	const unit = several
		? numbered(clusters.map((label, row) => `${stratum.codes[row] ?? 0}\n${label}`))
		: { codes: Int32Array.from({ length: size }, (_, row) => row), count: size };
	const stratumOf = new Int32Array(unit.count);
	unit.codes.forEach((code, row) => (stratumOf[code] = stratum.codes[row] ?? 0));
	const units = new Int32Array(stratum.count);
	for (const code of stratumOf) units[code] = (units[code] ?? 0) + 1;
	return {
		weights: Float64Array.from({ length: size }, (_, row) => {
			const weight = weights ? (weights[row] ?? 0) : 1;
			return Number.isNaN(weight) ? 0 : weight;
		}),
		unitOf: unit.codes,
		stratumOf,
		units,
		degrees: unit.count - stratum.count
	};
}
