#!/usr/bin/env node
// Runs on whatever Node the machine has; the command itself needs Node 24.
import { isInstalled } from '../../scripts/install.mjs';
import { fail, runUnderNode24 } from '../../scripts/launch.mjs';

if (!isInstalled()) fail('The packages are not installed yet. Run npm start once, which does it.');
runUnderNode24('src/cli/entremise.ts', process.argv.slice(2));
