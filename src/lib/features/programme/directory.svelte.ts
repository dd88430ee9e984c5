import { Asked } from '#lib/app/asked.svelte.ts';
import type { Named, Office, OfficeGroup } from '#lib/app/office.svelte.ts';

/** Communities, groups and accounts as the coordination's pages show them. */
export class Directory {
	readonly communities = new Asked<readonly Named[]>();
	readonly groups = new Asked<readonly OfficeGroup[]>();
	readonly #office: Office;

	constructor(office: Office) {
		this.#office = office;
	}

	async look(): Promise<void> {
		const client = await this.#office.client();
		await Promise.all([
			this.communities.ask(() => client.communities()),
			this.groups.ask(() => client.groups())
		]);
	}

	/** «Batallas · Suma Qamaña»: two communities may have a group of one name. */
	title({ name, community }: OfficeGroup): string {
		const place = this.communities.value?.find(({ id }) => id === community);
		return place ? `${place.name} · ${name}` : name;
	}
}
