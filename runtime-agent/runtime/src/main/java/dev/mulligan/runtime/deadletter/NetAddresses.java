package dev.mulligan.runtime.deadletter;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Addresses of the net as the JDK shows them, name and number: {@code db.shop/10.0.0.5:5432}. So
 * nobody asks a resolver, which may take long just when calls fail, and a replay calls the same
 * machine.
 */
final class NetAddresses {
  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";

  /** What the JDK asks no resolver for. */
  private static final Pattern NUMBER =
      Pattern.compile(BYTE + "([.]" + BYTE + "){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*(%.+)?");

  private NetAddresses() {}

  static void addTo(SimpleModule module) {
    module.addSerializer(InetAddress.class, new ShowAddress());
    module.addDeserializer(InetAddress.class, new ReadAddress());
    module.addSerializer(InetSocketAddress.class, new ShowSocket());
    module.addDeserializer(InetSocketAddress.class, new ReadSocket());
  }

  private static String text(InetSocketAddress socket) {
    return (socket.isUnresolved() ? socket.getHostString() : socket.getAddress().toString())
        + ":"
        + socket.getPort();
  }

  private static InetAddress address(String text) {
    int slash = text.indexOf('/');
    String number = text.substring(slash + 1);
    if (slash < 0 || !NUMBER.matcher(number).matches()) {
      throw new NotKept("holds an address of the net that is no name and number");
    }
    try {
      InetAddress known = InetAddress.getByName(number);
      String name = text.substring(0, slash);
      if (name.isEmpty()) {
        return known;
      }
      return known instanceof Inet6Address six
          ? Inet6Address.getByAddress(name, six.getAddress(), six.getScopeId())
          : InetAddress.getByAddress(name, known.getAddress());
    } catch (UnknownHostException e) {
      throw new NotKept("holds an address of the net that cannot be read");
    }
  }

  private static InetSocketAddress socket(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      throw new NotKept("holds an address of the net without a port");
    }
    String host = text.substring(0, colon);
    int port = Integer.parseInt(text.substring(colon + 1));
    return host.indexOf('/') < 0
        ? InetSocketAddress.createUnresolved(host, port)
        : new InetSocketAddress(address(host), port);
  }

  private static final class ShowAddress extends ValueSerializer<InetAddress> {
    @Override
    public void serialize(InetAddress value, JsonGenerator out, SerializationContext context) {
      out.writeString(value.toString());
    }
  }

  private static final class ReadAddress extends ValueDeserializer<InetAddress> {
    @Override
    public InetAddress deserialize(JsonParser in, DeserializationContext context) {
      return address(in.getString());
    }
  }

  private static final class ShowSocket extends ValueSerializer<InetSocketAddress> {
    @Override
    public void serialize(
        InetSocketAddress value, JsonGenerator out, SerializationContext context) {
      out.writeString(text(value));
    }
  }

  private static final class ReadSocket extends ValueDeserializer<InetSocketAddress> {
    @Override
    public InetSocketAddress deserialize(JsonParser in, DeserializationContext context) {
      return socket(in.getString());
    }
  }
}
