import { Client } from 'pg';

// Another process that changes something and says nothing to anybody: argv are the URL, and SQL.
const [, , connectionString = '', sql = ''] = process.argv;
const client = new Client({ connectionString });
await client.connect();
await client.query(sql);
await client.end();
