// Runs on whatever Node the machine has (20 or newer), before anything is installed: no dependency may be imported.
import { ensureInstalled } from './install.mjs';
import { fail, root, runUnderNode24 } from './launch.mjs';

const commands = ['start', 'dev', 'test', 'check', 'bench', 'evaluate', 'compile', 'build', 'cli'];
const [command = '', ...rest] = process.argv.slice(2);

if (!commands.includes(command)) fail(`Say what to run: ${commands.join(', ')}.`);
const namesFiles = ['cli', 'evaluate'].includes(command);
const askedFrom = namesFiles ? (process.env.INIT_CWD ?? process.cwd()) : root;
process.chdir(root);
ensureInstalled();
runUnderNode24('scripts/tasks.mjs', [command, ...rest], { cwd: askedFrom });
