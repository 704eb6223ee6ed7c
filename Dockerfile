# One image for the gateway, the four subgraphs and the one-shot commands; docker-compose.yml chooses what runs.

FROM node:26-slim AS manifests
WORKDIR /app
COPY . .
# What is left decides the dependencies, so that a change of the sources does not install them again.
RUN find . -type f ! -name package.json ! -name package-lock.json -delete && find . -type d -empty -delete

FROM node:26-slim AS build
WORKDIR /app
COPY --from=manifests /app ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build
# The optional dependencies are the Node.js of npm scripts and the embedded PostgreSQL: neither serves in production.
RUN npm prune --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund && rm -rf .turbo

FROM node:26-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app ./
# A volume takes the owner of the folder that it covers.
RUN mkdir /anchors /storage && chown node:node /anchors /storage
USER node
EXPOSE 4000
CMD ["node", "gateway/dist/main.js"]
