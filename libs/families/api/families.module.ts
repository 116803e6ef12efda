import { Module } from '@nestjs/common';
import { CreateFamily } from './create-family/create-family';
import { FamiliesController } from './families.controller';
import { ListFamilies } from './list-families/list-families';
import { AddMember } from './members/add-member';
import { NewPerson } from './members/new-person';
import { OpenFamily } from './open-family/open-family';
import { AddRelationship } from './relationships/add-relationship';
import { EndRelationship } from './relationships/end-relationship';
import { SearchFamilies } from './search-families/search-families';

@Module({
  controllers: [FamiliesController],
  providers: [
    AddMember,
    AddRelationship,
    CreateFamily,
    EndRelationship,
    ListFamilies,
    NewPerson,
    OpenFamily,
    SearchFamilies,
  ],
})
export class FamiliesModule {}
