-- Generated; change libs/shared/api/database-server/roles.ts instead.
\set app_password `cat /run/secrets/app_password`
\set auth_password `cat /run/secrets/auth_password`
\set migrator_password `cat /run/secrets/migrator_password`
-- Roles and database of Kinfold. Run with psql as an administrator; repeating it does no harm.
\set ON_ERROR_STOP on
DO $roles$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kinfold_owner') THEN CREATE ROLE kinfold_owner NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kinfold_policy_owner') THEN CREATE ROLE kinfold_policy_owner NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kinfold_migrator') THEN CREATE ROLE kinfold_migrator LOGIN BYPASSRLS; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kinfold_auth') THEN CREATE ROLE kinfold_auth LOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kinfold_app') THEN CREATE ROLE kinfold_app LOGIN; END IF;
END $roles$;
GRANT kinfold_owner, kinfold_policy_owner TO kinfold_migrator;
ALTER ROLE kinfold_app PASSWORD :'app_password';
ALTER ROLE kinfold_auth PASSWORD :'auth_password';
ALTER ROLE kinfold_migrator PASSWORD :'migrator_password';

-- The administrator may be no superuser: then only a member may make a database for the owner.
GRANT kinfold_owner TO CURRENT_USER;
SELECT $$CREATE DATABASE kinfold OWNER kinfold_owner ENCODING 'UTF8' TEMPLATE template0$$ WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'kinfold') \gexec
\connect kinfold
REVOKE ALL ON DATABASE kinfold FROM PUBLIC;
GRANT CONNECT ON DATABASE kinfold TO kinfold_app, kinfold_auth, kinfold_migrator;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
