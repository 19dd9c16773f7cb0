package org.mmm.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mmm.ipp.InstanceId;

@DisplayName("A pattern of peers")
class PeerPatternTest {
  @ParameterizedTest(name = "{0} means {1}: {2}")
  @CsvSource({
    "meet.example,       meet.example,         true",
    "Meet.Example,       meet.example,         true",
    "meet.example,       a.meet.example,       false",
    "meet.example,       meet.example:8443,    false",
    "meet.example:8443,  meet.example:8443,    true",
    "*.meet.example,     a.meet.example,       true",
    "*.meet.example,     a.b.meet.example,     true",
    "*.meet.example,     meet.example,         false",
    "*.meet.example,     badmeet.example,      false",
    "*.meet.example,     meet.example.evil.io, false",
    "*.meet.example,     a.meet.example:8443,  false",
  })
  void meansWholeLabels(String pattern, String peer, boolean matches) {
    assertThat(new PeerPattern(pattern).matches(new InstanceId(peer))).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "*.", "*.example", "*.example:80", "a.*.example", "", "a b"})
  void meansNotTheWholeWorld(String pattern) {
    assertThatThrownBy(() -> new PeerPattern(pattern)).isInstanceOf(IllegalArgumentException.class);
  }
}
