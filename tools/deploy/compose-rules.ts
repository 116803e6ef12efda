/** What OP-01 asks of docker-compose.yml, as one function that names every rule that is broken. */

interface Service {
  readonly image?: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly privileged?: boolean;
  readonly cap_add?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly network_mode?: string;
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly secrets?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test?: readonly string[] };
  readonly mem_limit?: string;
  readonly cpus?: number;
  readonly pids_limit?: number;
  readonly stop_grace_period?: string;
}

export interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly secrets: Readonly<Record<string, { readonly file?: string }>>;
}

type Rule = readonly [sentence: string, holds: (service: Service, compose: Compose) => boolean];

const EXACT_TAG = /^[\w./-]+:\d+\.\d+(\.\d+)?(-[\w.]+)?$/;
const SECRET_NAME = /PASSWORD|SECRET|TOKEN|DATABASE.*URL|SMTP_URL/;

const FOR_EVERY_SERVICE: readonly Rule[] = [
  ['names an exact image tag', ({ image }) => EXACT_TAG.test(image ?? '')],
  ['runs as a numbered user that is not root', ({ user }) => /^[1-9]\d*:[1-9]\d*$/.test(user ?? '')],
  ['has a root file system that is read-only', (service) => service.read_only === true],
  ['drops every capability', (service) => service.cap_drop?.join() === 'ALL' && service.cap_add === undefined],
  [
    'gains no privileges',
    (service) => service.security_opt?.includes('no-new-privileges:true') === true && !service.privileged,
  ],
  ['is in named networks only', (service) => service.network_mode === undefined && (service.networks?.length ?? 0) > 0],
  ['publishes on this machine only', (service) => (service.ports ?? []).every((port) => port.startsWith('127.0.0.1:'))],
  ['does not see the engine', (service) => !(service.volumes ?? []).some((volume) => volume.includes('docker.sock'))],
  [
    'has limits for memory, processors and processes',
    (service) => Boolean(service.mem_limit && service.cpus && service.pids_limit),
  ],
  ['is asked whether it is well', (service) => (service.healthcheck?.test?.length ?? 0) > 1],
  ['has 40 s to end', (service) => service.stop_grace_period === '40s'],
  [
    'is given secrets as files',
    (service, compose) =>
      (service.secrets?.length ?? 0) > 0 &&
      (service.secrets ?? []).every((name) => compose.secrets[name]?.file !== undefined) &&
      Object.entries(service.environment ?? {}).every(([name, value]) =>
        SECRET_NAME.test(name)
          ? name.endsWith('_FILE') && value.startsWith('/run/secrets/')
          : !/:\/\/[^/]*:[^/]*@/.test(value),
      ),
  ],
];

const FOR_THE_DATABASE: readonly Rule[] = [
  ['is not published', ({ ports }) => ports === undefined],
  [
    'is only in networks that reach nothing outside',
    ({ networks }, compose) => (networks ?? []).every((name) => compose.networks[name]?.internal === true),
  ],
];

/** @returns one line per service and rule that does not hold. */
export function brokenRules(compose: Compose): string[] {
  return Object.entries(compose.services).flatMap(([name, service]) => {
    const rules = service.image?.startsWith('postgres:')
      ? [...FOR_EVERY_SERVICE, ...FOR_THE_DATABASE]
      : FOR_EVERY_SERVICE;
    return rules.filter(([, holds]) => !holds(service, compose)).map(([sentence]) => `${name}: ${sentence}`);
  });
}
