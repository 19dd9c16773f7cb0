package org.mmm.items;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Headers of one data type.
 *
 * @param header the Header that is written
 * @param names the codes that stand for this type wherever they are met
 * @param inContext codes, or Headers of one version, that are accepted only where the type is known
 *     anyhow, since they mean another type as well
 */
record Codes(String header, Set<String> names, Set<String> inContext) {

  static Codes of(String header, String... otherCodes) {
    String ownCode = HeaderCode.of("Header", header);
    return new Codes(
        header,
        Stream.concat(Stream.of(ownCode), Stream.of(otherCodes)).collect(Collectors.toSet()),
        Set.of());
  }

  Codes inContext(String... codesOrHeaders) {
    return new Codes(header, names, Set.copyOf(List.of(codesOrHeaders)));
  }

  boolean accepts(String givenHeader, String code) {
    return names.contains(code) || inContext.contains(code) || inContext.contains(givenHeader);
  }
}
