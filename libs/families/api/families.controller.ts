import { Body, Controller, Query, Res } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Context, Ctx, Endpoint, IdParam, IfMatch, IfNoneMatch } from '@kinfold/shared/api';
import { CreateFamily } from './create-family/create-family';
import { FamilyListAnswer, FamilyPageAnswer, IdAnswer, SearchAnswer } from './families.answers';
import {
  AddMemberRequest,
  AddRelationshipRequest,
  CreateFamilyRequest,
  EndRelationshipRequest,
  SearchRequest,
} from './families.requests';
import { ListFamilies } from './list-families/list-families';
import { AddMember } from './members/add-member';
import { OpenFamily } from './open-family/open-family';
import { AddRelationship } from './relationships/add-relationship';
import { EndRelationship } from './relationships/end-relationship';
import { SearchFamilies } from './search-families/search-families';

const STAFF = ['staff'] as const;

@ApiTags('families')
@Controller()
export class FamiliesController {
  constructor(
    private readonly listFamilies: ListFamilies,
    private readonly searchFamilies: SearchFamilies,
    private readonly openFamily: OpenFamily,
    private readonly createFamily: CreateFamily,
    private readonly addMember: AddMember,
    private readonly addRelationship: AddRelationship,
    private readonly endRelationship: EndRelationship,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'families',
    permission: 'family:read',
    audit: 'family.listed',
    surfaces: STAFF,
    operation: 'listFamilies',
    summary: 'The families the actor may know of, by name, a page at a time.',
    answer: FamilyListAnswer,
  })
  @ApiQuery({ name: 'after', required: false })
  list(@Ctx() context: Context, @Query('after') after?: string): Promise<FamilyListAnswer> {
    return this.listFamilies.run(context, after);
  }

  @Endpoint({
    method: 'POST',
    path: 'families/search',
    permission: 'family:read',
    audit: 'family.searched',
    surfaces: STAFF,
    operation: 'searchFamilies',
    summary: 'Finds families by the beginning of a name, nickname or initials.',
    answer: SearchAnswer,
    jsonText: true,
  })
  search(@Ctx() context: Context, @Body() request: SearchRequest): Promise<string> {
    return this.searchFamilies.run(context, request.text);
  }

  @Endpoint({
    method: 'POST',
    path: 'families',
    permission: 'family:create',
    audit: 'family.created',
    surfaces: STAFF,
    status: 201,
    operation: 'createFamily',
    summary: 'Begins the record of a family, with its first members.',
    answer: IdAnswer,
  })
  create(@Ctx() context: Context, @Body() request: CreateFamilyRequest): Promise<IdAnswer> {
    return this.createFamily.run(context, request);
  }

  @Endpoint({
    method: 'GET',
    path: 'families/:familyId',
    permission: 'family:read',
    audit: 'family.opened',
    surfaces: STAFF,
    operation: 'openFamily',
    summary: 'Everything the family page shows.',
    answer: FamilyPageAnswer,
    jsonText: true,
  })
  async open(
    @Ctx() context: Context,
    @IdParam('familyId') familyId: string,
    @IfNoneMatch() held: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const { tag, body } = await this.openFamily.run(context, familyId, held);
    void reply.header('etag', tag);
    if (body === null) void reply.status(304);
    return body ?? undefined;
  }

  @Endpoint({
    method: 'POST',
    path: 'families/:familyId/members',
    permission: 'member:create',
    audit: 'member.added',
    surfaces: STAFF,
    status: 201,
    operation: 'addMember',
    summary: 'Adds a member to a family.',
    answer: IdAnswer,
  })
  join(
    @Ctx() context: Context,
    @IdParam('familyId') familyId: string,
    @Body() request: AddMemberRequest,
  ): Promise<IdAnswer> {
    return this.addMember.run(context, familyId, request);
  }

  @Endpoint({
    method: 'POST',
    path: 'families/:familyId/relationships',
    permission: 'relationship:create',
    audit: 'relationship.added',
    surfaces: STAFF,
    status: 201,
    operation: 'addRelationship',
    summary: 'Writes down how two members are related.',
    answer: IdAnswer,
  })
  relate(
    @Ctx() context: Context,
    @IdParam('familyId') familyId: string,
    @Body() request: AddRelationshipRequest,
  ): Promise<IdAnswer> {
    return this.addRelationship.run(context, familyId, request);
  }

  @Endpoint({
    method: 'POST',
    path: 'families/:familyId/relationships/:relationshipId/end',
    permission: 'relationship:update',
    audit: 'relationship.ended',
    surfaces: STAFF,
    status: 204,
    operation: 'endRelationship',
    summary: 'Ends a relationship; it is kept with the day it ended.',
    ifMatch: true,
  })
  end(
    @Ctx() context: Context,
    @IdParam('familyId') familyId: string,
    @IdParam('relationshipId') id: string,
    @IfMatch() version: number,
    @Body() request: EndRelationshipRequest,
  ): Promise<void> {
    return this.endRelationship.run(context, familyId, id, version, request.endedOn);
  }
}
