// Read by every Node that knows modules: keep to plain syntax here.

const MAJOR = 20;
const MINOR = 19;

/** @returns a sentence when this version of Node is too old, else an empty string */
export function nodeProblem(version) {
	const parts = version.split('.').map(Number);
	if (parts[0] > MAJOR || (parts[0] === MAJOR && parts[1] >= MINOR)) return '';
	return (
		'Yatiqaña needs Node ' +
		MAJOR +
		'.' +
		MINOR +
		' or newer, and this is Node ' +
		version +
		': install a newer one.'
	);
}
