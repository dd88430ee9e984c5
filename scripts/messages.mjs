// Compiles messages/ into src/lib/paraglide, as the build does; for checks and editors.
import { compile } from '@inlang/paraglide-js';
import { paraglide } from '../paraglide.config.js';

await compile(paraglide);
// the compiler leaves timers behind that would keep the process for half a minute
process.exit(0);
