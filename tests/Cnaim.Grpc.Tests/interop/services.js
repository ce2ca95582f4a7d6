'use strict';
// The protocol definitions of both sides.
const path = require('node:path');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const options = { keepCase: true, enums: String, defaults: true };
const health = path.join(__dirname, '../../../services/kit/Cnaim.Grpc/Health/health.proto');

function load(file) {
  return grpc.loadPackageDefinition(loader.loadSync(file, options));
}

module.exports = {
  grpc,
  echo: load(path.join(__dirname, 'echo.proto')).cnaim.grpc.tests.v1.Echo,
  health: load(health).grpc.health.v1.Health,
};
