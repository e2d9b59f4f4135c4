import type { Migration } from 'kysely/migration';
import * as story from './0001-story.ts';
import * as readings from './0002-readings.ts';
import * as writingHelp from './0003-writing-help.ts';
import * as memory from './0004-memory.ts';
import * as silences from './0005-silences.ts';
import * as uploads from './0006-uploads.ts';
import * as merges from './0007-merges.ts';
import * as persons from './0008-persons.ts';
import * as sharing from './0009-sharing.ts';
import * as companies from './0010-companies.ts';
import * as strengths from './0012-strengths.ts';
import * as membership from './0013-membership.ts';
import * as network from './0014-network.ts';
import * as peace from './0015-peace.ts';
import * as importSpeed from './0016-import-speed.ts';
import * as privateAnew from './0017-private-anew.ts';

/** Listed by hand, because the same list must load in raw Node and inside the built server. */
export const migrations: Record<string, Migration> = {
	'0001-story': story,
	'0002-readings': readings,
	'0003-writing-help': writingHelp,
	'0004-memory': memory,
	'0005-silences': silences,
	'0006-uploads': uploads,
	'0007-merges': merges,
	'0008-persons': persons,
	'0009-sharing': sharing,
	'0010-companies': companies,
	'0012-strengths': strengths,
	'0013-membership': membership,
	'0014-network': network,
	'0015-peace': peace,
	'0016-import-speed': importSpeed,
	'0017-private-anew': privateAnew
};
