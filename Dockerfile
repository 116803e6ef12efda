# The application alone; its database is another container (docker-compose.yml). Exact tags are named here, digests are pinned
# by whoever runs it.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN node tools/run/build-once.mjs
RUN mkdir home
# What only the build needs is left behind, and so is the PostgreSQL for machines without one.
RUN npm prune --omit=dev --omit=optional --no-audit --no-fund

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production KINFOLD_MODE=clinic HOST=0.0.0.0 KINFOLD_HOME=/var/lib/kinfold
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist/apps ./dist/apps
# The home, empty: a volume that is mounted here takes over owner and mode.
COPY --from=build --chown=node:node --chmod=0700 /app/home /var/lib/kinfold
USER node
EXPOSE 3000 3001
CMD ["node", "dist/apps/kinfold/main.js", "start"]
