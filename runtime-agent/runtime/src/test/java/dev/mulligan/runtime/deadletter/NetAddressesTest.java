package dev.mulligan.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of the net come back as they were, without a resolver. */
class NetAddressesTest {
  /** A name that no resolver knows, by RFC 6761. */
  private static final String UNKNOWN = "db.invalid";

  private final Json json = new Json();

  private String write(Object value, Class<?> type) {
    return json.write(value, type, new Secrets(json));
  }

  @Test
  void anAddressKeepsItsNameAndItsNumber() throws UnknownHostException {
    InetAddress address = InetAddress.getByAddress(UNKNOWN, new byte[] {10, 0, 0, 5});

    String text = write(address, InetAddress.class);

    assertThat(text).isEqualTo("\"db.invalid/10.0.0.5\"");
    assertThat(json.read(text, InetAddress.class)).isEqualTo(address).hasToString(address + "");
  }

  @Test
  void anAddressWithoutANameHasNoneAfterwards() throws UnknownHostException {
    InetAddress address = InetAddress.getByAddress(new byte[] {10, 0, 0, 5});

    String text = write(address, InetAddress.class);

    assertThat(text).isEqualTo("\"/10.0.0.5\"");
    assertThat(json.read(text, InetAddress.class)).hasToString("/10.0.0.5");
  }

  @Test
  void aLongAddressKeepsItsScope() throws UnknownHostException {
    byte[] number = new byte[16];
    number[0] = (byte) 0xfe;
    number[1] = (byte) 0x80;
    number[15] = 1;
    Inet6Address address = Inet6Address.getByAddress(UNKNOWN, number, 7);

    Object back = json.read(write(address, InetAddress.class), InetAddress.class);

    assertThat(back).isEqualTo(address).hasToString(address.toString());
  }

  @Test
  void aSocketIsAsResolvedAsItWas() throws UnknownHostException {
    InetSocketAddress resolved =
        new InetSocketAddress(InetAddress.getByAddress(UNKNOWN, new byte[] {10, 0, 0, 5}), 5432);
    InetSocketAddress unresolved = InetSocketAddress.createUnresolved(UNKNOWN, 80);

    assertThat(json.read(write(resolved, InetSocketAddress.class), InetSocketAddress.class))
        .isEqualTo(resolved)
        .hasToString(resolved.toString());
    assertThat(json.read(write(unresolved, InetSocketAddress.class), InetSocketAddress.class))
        .isEqualTo(unresolved);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"db.invalid\"", "\"x/db.invalid\"", "\"x/\"", "\"x/a.b:\"", "\"x/999.1.1.1\""})
  void aNameAloneIsNotLookedUp(String text) {
    assertThatThrownBy(() -> json.read(text, InetAddress.class))
        .extracting(NotKept::reason)
        .asString()
        .contains("an address of the net");
  }
}
