package org.mmm.kernel;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that the M-Instance gives: the kind, a hyphen, and 12 characters of 32 (60 random bits).
 * The form is reserved, so that a name chosen by a client never meets one. The names of frequent,
 * short-lived Items are not kept in the directory: their form says all that it would.
 */
public final class MintedName {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 12;
  private static final Pattern FORM =
      Pattern.compile("([A-Z][A-Za-z]{0,23})-[0-9a-hjkmnp-tv-z]{12}");

  /** Kinds that are found by their form alone. */
  private static final Set<String> LIGHT = Set.of("Message", "Data", "Stream", "RItem", "Rights");

  private MintedName() {}

  /** The name for that kind and that randomness (at least 8 bytes). */
  public static String of(String kind, byte[] entropy) {
    long bits = 0;
    for (int i = 0; i < 8; i++) bits = bits << 8 | entropy[i] & 0xff;
    StringBuilder name = new StringBuilder(kind.length() + 1 + LENGTH).append(kind).append('-');
    for (int i = 0; i < LENGTH; i++) {
      name.append(ALPHABET.charAt((int) (bits & 31)));
      bits >>>= 5;
    }
    return name.toString();
  }

  /** A name that is the same for the same call, for what an entity brings about by itself. */
  public static String derived(String kind, String cause) {
    byte[] entropy = new byte[8];
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < cause.length(); i++) hash = (hash ^ cause.charAt(i)) * 0x100000001b3L;
    hash ^= hash >>> 32;
    for (int i = 0; i < 8; i++) entropy[i] = (byte) (hash >>> (8 * i));
    return of(kind, entropy);
  }

  /** Whether a name has the reserved form. */
  public static boolean reserved(String name) {
    return FORM.matcher(name).matches();
  }

  /** What a name of a light kind names, told by its form; empty for every other name. */
  public static Optional<Name> light(String name) {
    Matcher form = FORM.matcher(name);
    if (form.matches() && form.group(1).equals(Name.SESSION)) {
      return Optional.of(new Name(Address.Kind.SERVICE, Name.SESSION));
    }
    return form.matches() && LIGHT.contains(form.group(1))
        ? Optional.of(new Name(Address.Kind.ITEM, form.group(1)))
        : Optional.empty();
  }
}
