import { m } from '#lib/paraglide/messages.js';
import { emblems, type EmblemName } from '#lib/ui/emblem/names.ts';

/** Names of the twelve drawings, for who hears the screen. */
export const emblemNames = (): Record<EmblemName, string> => ({
	potato: m.shell_emblem_potato(),
	sun: m.shell_emblem_sun(),
	fish: m.shell_emblem_fish(),
	key: m.shell_emblem_key(),
	llama: m.shell_emblem_llama(),
	flower: m.shell_emblem_flower(),
	house: m.shell_emblem_house(),
	egg: m.shell_emblem_egg(),
	butterfly: m.shell_emblem_butterfly(),
	corn: m.shell_emblem_corn(),
	boat: m.shell_emblem_boat(),
	bell: m.shell_emblem_bell()
});

export const asEmblem = (name: string): EmblemName | undefined =>
	emblems.find((known) => known === name);

/** The twelve in another order each time, so that a finger's way tells nothing. */
export function shuffled(): EmblemName[] {
	const weights = crypto.getRandomValues(new Uint32Array(emblems.length));
	return emblems
		.map((name, place) => ({ name, weight: weights[place] ?? 0 }))
		.sort((a, b) => a.weight - b.weight)
		.map(({ name }) => name);
}
