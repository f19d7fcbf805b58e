package vermilion.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vermilion.store.FreePort;

/// Kannel, a real text gateway, on ports of its own, with the centre for tests that comes with it
/// in place of a telephone company.
final class KannelGateway implements AutoCloseable {

  private static final Path CENTRE = Path.of("/usr/lib/kannel/test/fakesmsc");
  private static final Path CORE = Path.of("/usr/sbin/bearerbox");

  private final List<Process> processes = new ArrayList<>();
  private final BufferedReader centre;
  private final int port;

  KannelGateway(Path folder) throws IOException {
    port = FreePort.any();
    int centrePort = FreePort.any();
    int boxPort = FreePort.any();
    Path settings = settings(folder, boxPort, centrePort);
    until(run("bearerbox", "-v", "1", settings.toString()), "Start-up done");
    until(run("smsbox", "-v", "1", settings.toString()), "Connected to bearerbox");
    centre =
        run(
            CENTRE.toString(),
            "-H",
            "127.0.0.1",
            "-r",
            "" + centrePort,
            "-i",
            "1",
            "-m",
            "0",
            "1 2 text none");
    until(centre, "Connecting to");
  }

  private Path settings(Path folder, int boxPort, int centrePort) throws IOException {
    return Files.writeString(
        folder.resolve("kannel.conf"),
        """
        group = core
        admin-port = %d
        admin-password = none
        smsbox-port = %d
        box-allow-ip = 127.0.0.1
        admin-allow-ip = 127.0.0.1

        group = smsc
        smsc = fake
        smsc-id = centre
        port = %d
        connect-allow-ip = 127.0.0.1

        group = smsbox
        bearerbox-host = localhost
        sendsms-port = %d
        global-sender = 12345

        group = sendsms-user
        username = clinic
        password = secret
        """
            .formatted(FreePort.any(), boxPort, centrePort, port));
  }

  /// Whether Kannel is on this machine.
  static boolean isHere() {
    return Files.isExecutable(CENTRE) && Files.isExecutable(CORE);
  }

  /// Where it takes messages.
  URI address() {
    return URI.create("http://localhost:" + port + "/cgi-bin/sendsms");
  }

  /// The next message that the centre got, as it prints it.
  String next() throws IOException {
    return until(centre, "Got message");
  }

  private BufferedReader run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    processes.add(process);
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static String until(BufferedReader lines, String words) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.contains(words)) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new IOException("it ended before it said: " + words);
    }
    return line;
  }

  @Override
  public void close() {
    processes.reversed().forEach(Process::destroyForcibly);
  }
}
