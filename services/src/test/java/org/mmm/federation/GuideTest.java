package org.mmm.federation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.ipp.ContentDigest;
import org.mmm.ipp.HttpParts;
import org.mmm.ipp.InstanceDocument;
import org.mmm.ipp.InstanceId;
import org.mmm.ipp.MessageVerifier;
import org.mmm.ipp.Terms;
import org.mmm.provenance.Ed25519;

@DisplayName("The exchange in FEDERATION.md")
class GuideTest {
  private static final long THEN = 1_795_476_660;
  private static final List<String> MESSAGES = new ArrayList<>();
  private static final List<String> BASES = new ArrayList<>();
  private static String document = "";
  private static String shell = "";

  @BeforeAll
  static void read() throws IOException {
    String guide = Files.readString(Path.of("FEDERATION.md"));
    Matcher blocks =
        Pattern.compile("```(json|http|text|sh)\n(.*?)\n```", Pattern.DOTALL).matcher(guide);
    while (blocks.find()) {
      switch (blocks.group(1)) {
        case "json" -> document = blocks.group(2);
        case "http" -> MESSAGES.add(blocks.group(2));
        case "text" -> BASES.add(blocks.group(2));
        default -> shell = blocks.group(2);
      }
    }
  }

  @Test
  @DisplayName("is what this implementation takes, byte for byte")
  void isGood() throws Exception {
    HttpParts request = request();
    new MessageVerifier(Terms.OF_REQUEST, Terms.REQUEST, Terms.LONGEST, 5)
        .verify(request, id -> asking(), THEN);
    ContentDigest.check(request.fields().get(ContentDigest.FIELD), body(MESSAGES.get(0)));
    HttpParts answer = HttpParts.response(200, fields(MESSAGES.get(1)), request);
    new MessageVerifier(Terms.OF_ANSWER, Terms.ANSWER, Terms.LONGEST, 5)
        .verify(answer, id -> answering(), THEN);
    ContentDigest.check(answer.fields().get(ContentDigest.FIELD), body(MESSAGES.get(1)));
  }

  @Test
  @DisplayName("shows what is signed, and commands that verify it")
  void showsItsBases() {
    assertThat(Ed25519.verify(BASES.get(0).getBytes(UTF_8), signature(0), asking())).isTrue();
    assertThat(Ed25519.verify(BASES.get(1).getBytes(UTF_8), signature(1), answering())).isTrue();
    String signed = java.util.Base64.getEncoder().encodeToString(signature(0));
    assertThat(shell).contains("sig='" + signed + "'");
  }

  @Test
  @DisplayName("asks what its request reads as")
  void isRead() throws Exception {
    var json = new ObjectMapper().readTree(body(MESSAGES.get(0)));
    IppRequest read =
        IppRequest.read(
            (com.fasterxml.jackson.databind.node.ObjectNode) json,
            new InstanceId("127.0.0.1:7271"),
            new InstanceId("127.0.0.1:7272"),
            "PA-Anna-1");
    assertThat(read.action().source()).isEqualTo("Anna@127.0.0.1:7271");
    assertThat(read.action().complements().to()).containsExactly("Bob");
    InstanceDocument.of(new ObjectMapper().readTree(document), new InstanceId("127.0.0.1:7272"));
  }

  private static HttpParts request() {
    String[] first = MESSAGES.get(0).lines().findFirst().orElseThrow().split(" ");
    Map<String, String> fields = fields(MESSAGES.get(0));
    return HttpParts.request(first[0], fields.getOrDefault("host", ""), first[1], fields);
  }

  private static Map<String, String> fields(String message) {
    Map<String, String> fields = new TreeMap<>();
    for (String line : message.substring(0, message.indexOf("\n\n")).lines().skip(1).toList()) {
      int colon = line.indexOf(": ");
      fields.put(
          line.substring(0, colon).toLowerCase(java.util.Locale.ROOT), line.substring(colon + 2));
    }
    return fields;
  }

  private static byte[] body(String message) {
    return message.substring(message.indexOf("\n\n") + 2).getBytes(UTF_8);
  }

  private static byte[] signature(int message) {
    String field = fields(MESSAGES.get(message)).getOrDefault("signature", "");
    return java.util.Base64.getDecoder().decode(field.substring(5, field.length() - 1));
  }

  private static PublicKey asking() {
    Matcher x = Pattern.compile("(?m)^x=(\\S+)$").matcher(shell);
    assertThat(x.find()).isTrue();
    return Ed25519.key(x.group(1));
  }

  private static PublicKey answering() {
    try {
      return Ed25519.key(
          new ObjectMapper().readTree(document).path("keys").path(0).path("x").asText());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
