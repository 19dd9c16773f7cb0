package org.mmm.world;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.directory.DirectoryMachine;
import org.mmm.kernel.MintedName;

/** What holds for entries of every sort. */
final class Entry {
  private Entry() {}

  static String id(String where, @Nullable String id) {
    if (id == null || id.isBlank() || id.length() > DirectoryMachine.NAME_LENGTH) {
      throw new IllegalArgumentException(
          where
              + " must have 1 to "
              + DirectoryMachine.NAME_LENGTH
              + " characters, was "
              + (id == null ? "missing" : "\"" + id + "\""));
    }
    if (MintedName.reserved(id)) {
      throw new IllegalArgumentException(
          where + " must not have the form of the names that the M-Instance gives, was " + id);
    }
    return id;
  }

  static <T> List<T> list(@Nullable List<T> entries) {
    return entries == null ? List.of() : List.copyOf(entries);
  }

  static double side(String where, double side) {
    return within(where + ": side", side, 1, 1_000);
  }

  static double within(String where, double value, double least, double most) {
    if (value >= least && value <= most) return value;
    throw new IllegalArgumentException(
        where
            + " must be from "
            + number(least)
            + " to "
            + number(most)
            + ", was "
            + number(value));
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
