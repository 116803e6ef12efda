import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { DescribedModule } from './app.module';

/**
 * The description of the API, made from the handlers and DTO classes themselves. Nothing is started: Nest only reads the modules.
 * Every operation may answer with a problem (`application/problem+json`).
 */
export async function describeApi(): Promise<OpenAPIObject> {
  const app = await NestFactory.create<NestFastifyApplication>(DescribedModule, new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready'] });
  const config = new DocumentBuilder()
    .setTitle('Kinfold')
    .setDescription(
      'Family therapy in opioid rehabilitation. `x-surface` says which of the two web applications may call an operation.',
    )
    .setVersion('1')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  return {
    ...document,
    paths: Object.fromEntries(Object.entries(document.paths).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
