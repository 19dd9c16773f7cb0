package org.mmm.ipp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.greenbytes.http.sfv.Parser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("As RFC 9421, B.2.6, has it, a request")
class SignatureVectorsTest {
  private static final String INPUT =
      "(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\")"
          + ";created=1618884473;keyid=\"test-key-ed25519\"";
  private static final String BASE =
      """
      "date": Tue, 20 Apr 2021 02:07:55 GMT
      "@method": POST
      "@path": /foo
      "@authority": example.com
      "content-type": application/json
      "content-length": 18
      "@signature-params": ("date" "@method" "@path" "@authority" "content-type" "content-length")\
      ;created=1618884473;keyid="test-key-ed25519\"\
      """;
  private static final String SIGNATURE =
      "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==";

  private final HttpParts request =
      HttpParts.request(
          "POST",
          "example.com",
          "/foo",
          Map.of(
              "Host", "example.com",
              "Date", "Tue, 20 Apr 2021 02:07:55 GMT",
              "Content-Type", "application/json",
              "Content-Length", "18"));

  @Test
  void hasThatSignatureBase() throws Exception {
    assertThat(SignatureBase.of(request, Parser.parseInnerList(INPUT))).isEqualTo(BASE);
  }

  @Test
  void hasThatSignature() throws Exception {
    Signature ed25519 = Signature.getInstance("Ed25519");
    ed25519.initSign(privateKey());
    ed25519.update(SignatureBase.of(request, Parser.parseInnerList(INPUT)).getBytes(UTF_8));
    assertThat(Base64.getEncoder().encodeToString(ed25519.sign())).isEqualTo(SIGNATURE);
  }

  static PrivateKey privateKey() throws Exception {
    return KeyFactory.getInstance("Ed25519")
        .generatePrivate(
            new PKCS8EncodedKeySpec(
                Base64.getDecoder()
                    .decode("MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF")));
  }

  static PublicKey publicKey() throws Exception {
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(
            new X509EncodedKeySpec(
                Base64.getDecoder()
                    .decode("MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=")));
  }
}
