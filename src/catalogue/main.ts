import { mount } from 'svelte';
import '../app.css';
import { loadBold } from '#lib/ui/fonts.ts';
import Catalogue from './Catalogue.svelte';

// ?show=quiz&lang=ay&mode=sun
const query = new URLSearchParams(location.search);
document.documentElement.dataset['mode'] = query.get('mode') === 'sun' ? 'sun' : '';
mount(Catalogue, {
	target: document.body,
	props: { show: query.get('show') ?? '', lang: query.get('lang') === 'ay' ? 'ay' : 'es' }
});
void loadBold();
