// Made by scripts/growth-tables.ts from tests/fixtures/who/wfa_5_10.csv
// sha256 61d0a7c6d9bff5a374d1eb6891c91e0efbe0ebaf0013c0b7af1ef590cca5548b
import type { PackedTable } from '../unpack.ts';

export const wfa5to10: PackedTable = {
	first: 60,
	rows: 62,
	male: 'cV*v,((()((()*)*((*(*(***(,*(,****,y_m,ex)HHHFHJJNFF>B@@B>D@@@>>8<8>::::[S6z)))))))+()))(((*)**(,(,**.**.*, Yk-T,*,**,,*.*,.*.,.....2.022002@ToZ.{_*:>>>@@@@BDFJNV)X)Z)`)`)f)h)j)l)n)p)n)n)t)U|*m^7g*.,,.,,,,,.*,.**,*(***((*((*^,',
	female: '^T-e)*)(*)*((((*)**)*((*),)**)**((*clj,py)333/--+)(..6:DFPRT)^)^)d)j)j)j)h)l)j)l)l)n)ad7k*()*((((*)(((((((()*)*)(()*)(() q}-S)(*(*(**((**(*(*(,),),((**((8giU.ug*r)t)t)v)v)r)v)p)r)n)n)j)h)f)d)b)b)d)h)f)l)n)t)v)|)S*W*ki+^_9e*()(()()()*+(())((+*+()(+*+(s)'
};
