// A part of the bench: what the build weighs, as in the budgets of npm test but with every entry by name.
import { at } from '../server/place.mjs';
import { Build } from '../budgets/build.ts';
import { row } from './row.ts';

const build = new Build(at('build'));
for (const page of build.pages().filter(({ address }) => !/^\/(ay\/)?courses\/.+/.test(address))) {
	const value = build.weightOf([build.fileOf(page.address), ...page.needs]) / 1000;
	row({ what: `critical bytes of ${page.address}`, value, unit: 'kB', bar: 75 });
}
const core = build.precache().map((address) => build.fileOf(address));
const files = `${core.length} files`;
row({ what: 'core precache', value: build.weightOf(core) / 1000, unit: 'kB', bar: 350, note: files });
