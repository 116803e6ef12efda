import { Day, Flag, OneOf, Text } from '@kinfold/shared/api';
import { ApiProperty } from '@nestjs/swagger';

/** What a sign-in form sends. Lengths are limits of what is read at all, not rules about passwords. */
export class SignInDto {
  @Text({ max: 254 })
  email!: string;

  @Text({ max: 1024 })
  password!: string;
}

export class PasswordDto {
  @Text({ max: 1024 })
  password!: string;
}

/** Who is signed in, as their own screen needs it. */
export class SessionAnswer {
  @Text({ max: 120 })
  personName!: string;

  @ApiProperty({ type: [String] })
  roles!: readonly string[];

  @Text({ max: 120 })
  clinicName!: string;

  @Text({ max: 64, description: 'IANA name of the time zone of the clinic' })
  timeZone!: string;

  @OneOf(['en', 'es'])
  language!: string;

  @Day({ description: 'Today where the clinic is' })
  today!: string;

  @Flag({ description: 'Fictitious clinic: a banner says so' })
  demo!: boolean;
}

/** What the sign-in page may know before anyone signed in. */
export class BannerAnswer {
  @Flag()
  demo!: boolean;
}
