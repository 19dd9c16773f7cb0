package org.mmm.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.kernel.Address;

@DisplayName("Which bucket keeps a name is part of the data format")
class BucketsTest {
  @Test
  void theHashIsFnv1aOf64Bits() {
    assertThat(Buckets.hash("")).isEqualTo(0xcbf29ce484222325L);
    assertThat(Buckets.hash("a")).isEqualTo(0xaf63dc4c8601ec8cL);
    assertThat(Buckets.hash("foobar")).isEqualTo(0x85944171f73967e8L);
  }

  @Test
  void theseNamesStayWhereTheyAre() {
    assertThat(Buckets.of("MM-Square")).isEqualTo(Address.parse("directory/30"));
    assertThat(Buckets.of("Parcel01")).isEqualTo(Address.parse("directory/48"));
    assertThat(Buckets.of("User-0123456789ab")).isEqualTo(Address.parse("directory/50"));
    assertThat(Buckets.of("Pi\u00e8ce")).isEqualTo(Address.parse("directory/57"));
  }

  @Test
  void namesThatDifferLittleAreSpread() {
    var used =
        IntStream.range(0, 1_000)
            .mapToObj(i -> Buckets.of("Parcel" + i))
            .collect(Collectors.groupingBy(a -> a, Collectors.counting()));
    assertThat(used).hasSize(Buckets.COUNT);
    assertThat(used.values()).allMatch(n -> n < 60);
  }

  @Test
  void allAreNamedByTwoDigits() {
    assertThat(Buckets.all()).hasSize(64).contains(Address.parse("directory/00"));
    assertThat(Buckets.all().get(63)).isEqualTo(Address.parse("directory/63"));
  }
}
