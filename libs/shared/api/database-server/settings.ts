import type { ServerEndpoint } from './database-address';

/** RL-01: what was acknowledged survives a power cut. */
export const DURABLE_SETTINGS = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' } as const;

/** LG-02: the server's log never holds what people wrote, neither in statements nor in parameters nor in details of errors. */
export const SILENT_LOG_SETTINGS = {
  log_statement: 'none',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_duration: 'off',
  // The text of an error repeats the value that was refused. In the log's order this leaves out errors of statements and keeps
  // what the server says about itself.
  log_min_messages: 'log',
} as const;

const LOCAL_SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_permissions: '0700',
  password_encryption: 'scram-sha-256',
  logging_collector: 'off',
  log_destination: 'stderr',
  // Screens run short prepared statements; compiling them costs more than it saves.
  jit: 'off',
  shared_buffers: '256MB',
  max_connections: '60',
  max_wal_size: '1GB',
  random_page_cost: '1.1',
  timezone: 'UTC',
} as const;

// PostgreSQL splits this list at commas and cuts blanks; quotes keep any folder name whole.
const socketSetting = (folder: string | undefined) => (folder ? `"${folder.replaceAll('"', '""')}"` : '');

/**
 * Settings given on the command line of a server of ours, where neither its files nor ALTER SYSTEM can overrule them.
 * @param durable false only for clusters that are thrown away.
 */
export function serverSettings(endpoint: ServerEndpoint, durable: boolean): Record<string, string> {
  return {
    ...LOCAL_SETTINGS,
    ...SILENT_LOG_SETTINGS,
    ...(durable ? DURABLE_SETTINGS : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    port: String(endpoint.port),
    unix_socket_directories: socketSetting(endpoint.socketDir),
  };
}
