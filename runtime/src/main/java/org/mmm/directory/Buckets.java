package org.mmm.directory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.mmm.kernel.Address;

/**
 * Which bucket keeps a name: FNV-1a over its UTF-8 bytes, 64 bits folded to 32, the lowest six of
 * them. Part of the data format: a name that was claimed elsewhere would be free again.
 */
public final class Buckets {
  /** How many there are. */
  public static final int COUNT = 64;

  private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private static final List<Address> ALL =
      IntStream.range(0, COUNT)
          .mapToObj(i -> new Address(Address.Kind.DIRECTORY, (i < 10 ? "0" : "") + i))
          .toList();

  private Buckets() {}

  /** The bucket of that name. */
  public static Address of(String name) {
    long hash = hash(name);
    return ALL.get((int) ((hash ^ hash >>> 32) & (COUNT - 1)));
  }

  /** All of them, in order. */
  public static List<Address> all() {
    return ALL;
  }

  /** FNV-1a, 64 bits, of the UTF-8 bytes; the same on every machine and in every version. */
  public static long hash(String text) {
    long hash = OFFSET_BASIS;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) hash = (hash ^ (b & 0xff)) * PRIME;
    return hash;
  }
}
