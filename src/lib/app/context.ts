import { createContext } from 'svelte';
import type { Packs } from './packs.svelte.ts';
import type { AppUpdate } from './update.svelte.ts';
import type { ScreenVoice } from './screen-voice.svelte.ts';
import type { Voice } from './voice.svelte.ts';
import type { Install } from './install.svelte.ts';
import type { Field } from './field.svelte.ts';
import type { Mode } from './mode.svelte.ts';
import type { Office } from './office.svelte.ts';
import type { Staff } from './staff.svelte.ts';

/** What the root layout makes once and every screen below it may ask for. */
export interface App {
	readonly field: Field;
	readonly install: Install;
	readonly office: Office;
	readonly staff: Staff;
	readonly mode: Mode;
	readonly update: AppUpdate;
	readonly voice: Voice;
	readonly screens: ScreenVoice;
	readonly packs: Packs;
}

export const [getApp, setApp] = createContext<App>();
