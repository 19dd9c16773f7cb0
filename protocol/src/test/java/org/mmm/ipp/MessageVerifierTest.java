package org.mmm.ipp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A signed request from alpha to beta")
class MessageVerifierTest {
  private static final long NOW = 1_790_000_000L;
  private static final byte[] BODY = "{\"Header\":\"MMM-IPM-V2.2\"}".getBytes(UTF_8);
  private static final List<String> MUST =
      List.of("@method", "@authority", "@path", "content-digest");
  private static final String TAG = "mmm-ipp";

  private final MessageVerifier beta = new MessageVerifier(MUST, TAG, 60, 5);
  private final MessageVerifier.Keys keys;
  private HttpParts request = unsigned("/mmm/ipp/v1/alpha/1");

  MessageVerifierTest() throws Exception {
    var known = SignatureVectorsTest.publicKey();
    keys = id -> id.equals("alpha-1") ? known : null;
  }

  @BeforeEach
  void sign() throws Exception {
    request = signed(request, terms(MUST, NOW, NOW + 60, "alpha-1", TAG));
  }

  @Test
  void isVerifiedWithItsTerms() throws Exception {
    assertThat(beta.verify(request, keys, NOW).nonce()).isEqualTo("n-1");
    ContentDigest.check(request.fields().get("content-digest"), BODY);
  }

  @Test
  void isRefusedWhenAnythingThatIsSignedIsOtherwise() {
    String other = ContentDigest.of("other".getBytes(UTF_8));
    refused(
        new HttpParts("DELETE", "beta.example", request.path(), 0, request.fields(), null),
        "not that of key alpha-1");
    refused(
        new HttpParts("PUT", "gamma.example", request.path(), 0, request.fields(), null),
        "not that of key alpha-1");
    refused(
        new HttpParts("PUT", "beta.example", request.path() + "0", 0, request.fields(), null),
        "not that of key alpha-1");
    refused(request.with("content-digest", other), "not that of key alpha-1");
    assertThatThrownBy(
            () -> ContentDigest.check(request.fields().get("content-digest"), "x".getBytes(UTF_8)))
        .hasMessageContaining("not that of the body");
  }

  @Test
  void isRefusedWhenItIsNotSignedOrSignedTwice() {
    refused(unsigned("/"), "signature-input is missing");
    String input = String.valueOf(request.fields().get("signature-input"));
    refused(request.with("signature-input", input + ", other" + input.substring(3)), "one entry");
    refused(request.with("signature-input", "mmm=1"), "no list");
    refused(request.with("signature-input", "mmm=("), "not understood");
  }

  @Test
  void isRefusedWhenItsKeyIsNotKnownOrNotTheOne() throws Exception {
    refused(signed(unsigned("/"), terms(MUST, NOW, NOW + 60, "alpha-9", TAG)), "no key alpha-9");
    var other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
    refused(
        MessageSigner.sign(unsigned("/"), terms(MUST, NOW, NOW + 60, "alpha-1", TAG), other),
        "not that of key alpha-1");
  }

  @Test
  void isRefusedWhenItIsTooOldTooEarlyOrGoodForTooLong() throws Exception {
    refused(signed(unsigned("/"), terms(MUST, NOW - 70, NOW - 6, "alpha-1", TAG)), "1 to 60 s");
    refused(signed(unsigned("/"), terms(MUST, NOW - 60, NOW - 6, "alpha-1", TAG)), "ran out 6 s");
    refused(signed(unsigned("/"), terms(MUST, NOW + 6, NOW + 60, "alpha-1", TAG)), "in the future");
    refused(signed(unsigned("/"), terms(MUST, NOW, NOW, "alpha-1", TAG)), "1 to 60 s");
  }

  @Test
  void isRefusedWhenItDoesNotCoverWhatItMustOrIsForSomethingElse() throws Exception {
    for (String left : MUST) {
      List<String> rest = new ArrayList<>(MUST);
      rest.remove(left);
      refused(
          signed(unsigned("/"), terms(rest, NOW, NOW + 60, "alpha-1", TAG)),
          "does not cover " + left);
    }
    refused(
        signed(unsigned("/"), terms(MUST, NOW, NOW + 60, "alpha-1", "web-bot")), "the tag must be");
  }

  @Test
  @DisplayName("gets an answer that is signed together with what it answers")
  void answers() throws Exception {
    List<String> covered = List.of("@status", "content-digest", "@path;req", "signature;req");
    var ofBeta = new MessageVerifier(covered, TAG, 60, 5);
    var fields = Map.of("Content-Digest", ContentDigest.of(BODY));
    var answer =
        signed(
            HttpParts.response(200, fields, request),
            terms(covered, NOW, NOW + 60, "alpha-1", TAG));
    assertThat(ofBeta.verify(answer, keys, NOW).components()).isEqualTo(covered);

    var toAnother = signed(unsigned("/other"), terms(MUST, NOW, NOW + 60, "alpha-1", TAG));
    assertThatThrownBy(
            () ->
                ofBeta.verify(
                    new HttpParts("", "", "", 200, answer.fields(), toAnother), keys, NOW))
        .hasMessageContaining("not that of key");
  }

  private void refused(HttpParts message, String why) {
    assertThatThrownBy(() -> beta.verify(message, keys, NOW))
        .isInstanceOf(SignatureException.class)
        .hasMessageContaining(why);
  }

  private static HttpParts unsigned(String path) {
    return HttpParts.request(
        "PUT", "beta.example", path, Map.of("Content-Digest", ContentDigest.of(BODY)));
  }

  private static SignatureTerms terms(
      List<String> components, long created, long expires, String key, String tag) {
    return new SignatureTerms(components, created, expires, "n-1", key, tag);
  }

  private static HttpParts signed(HttpParts message, SignatureTerms terms) throws Exception {
    return MessageSigner.sign(message, terms, SignatureVectorsTest.privateKey());
  }
}
