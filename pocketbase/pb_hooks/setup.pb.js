/// First start: the coordinator's account, from a one-time value that the start script hands over.
require(`${__hooks}/lib/setup.cjs`);

onBootstrap((e) => require(`${__hooks}/lib/setup.cjs`).boot(e));
