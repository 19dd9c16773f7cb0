package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The five data that the standard asks of a human, all voluntary (MMM-TEC, Personal Profile).
 * Personal data: to be stored encrypted and never logged.
 *
 * @param firstName of at most 128 characters, as all texts here
 * @param lastName family name
 * @param age years, from 0 to 150
 * @param nationality a country
 * @param email an e-mail address; not verified
 * @param unknown all other fields
 */
public record PersonalData(
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable Double age,
    @Nullable String nationality,
    @Nullable String email,
    UnknownFields unknown) {
  private static final TextRule TEXT = new TextRule(0, 128);
  private static final NumberRule AGE = NumberRule.number(0, 150);

  public PersonalData {
    TEXT.checkIfAny("PersonalProfile.FirstName", firstName);
    TEXT.checkIfAny("PersonalProfile.LastName", lastName);
    TEXT.checkIfAny("PersonalProfile.Nationality", nationality);
    TEXT.checkIfAny("PersonalProfile.Email", email);
    age = age == null ? null : AGE.check("PersonalProfile.Age", age);
  }

  /** A first name alone. */
  public static PersonalData of(String firstName) {
    return new PersonalData(firstName, null, null, null, null, UnknownFields.NONE);
  }

  /** Reads {@code Data}, an array of one object, or the same fields without it. */
  static PersonalData read(Fields profile) {
    if (!profile.has("Data")) {
      return read(profile, UnknownFields.NONE);
    }
    Found at = profile.take("Data");
    List<Fields> one = at.oneOrList(Found::object);
    if (one.size() != 1) {
      throw ItemException.of(at.path(), "one object", at.node());
    }
    PersonalData known = read(one.get(0), UnknownFields.NONE);
    return known.with(one.get(0).rest());
  }

  private static PersonalData read(Fields in, UnknownFields unknown) {
    return new PersonalData(
        in.take("FirstName").text(TEXT),
        in.take("LastName").text(TEXT),
        in.take("Age").numberOrDigits(AGE),
        in.take("Nationality").text(TEXT),
        in.take("Email").text(TEXT),
        unknown);
  }

  private PersonalData with(UnknownFields other) {
    return new PersonalData(firstName, lastName, age, nationality, email, other);
  }

  JsonNode json() {
    return FieldWriter.part(unknown)
        .put("FirstName", firstName)
        .put("LastName", lastName)
        .put("Age", age == null ? null : FieldWriter.number(age).asText())
        .put("Nationality", nationality)
        .put("Email", email)
        .done();
  }
}
