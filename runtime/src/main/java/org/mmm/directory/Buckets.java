package org.mmm.directory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.mmm.kernel.Address;

/** In which bucket of the directory a name is kept. */
public final class Buckets {
  /** How many there are: part of the data format. */
  public static final int COUNT = 64;

  private Buckets() {}

  /** The bucket of that name: FNV-1a of its UTF-8 bytes, 64 bits, folded, modulo {@link #COUNT}. */
  public static Address of(String name) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : name.getBytes(StandardCharsets.UTF_8))
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    return bucket((int) Long.remainderUnsigned(hash ^ (hash >>> 32), COUNT));
  }

  /** All of them. */
  public static List<Address> all() {
    return IntStream.range(0, COUNT).mapToObj(Buckets::bucket).toList();
  }

  private static Address bucket(int number) {
    return new Address(Address.Kind.DIRECTORY, String.format(Locale.ROOT, "%02d", number));
  }
}
