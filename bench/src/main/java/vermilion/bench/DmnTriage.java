package vermilion.bench;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import vermilion.clinical.Urgency;
import vermilion.triage.Condition;

/// The same rules, run by KIE DMN: compiled once, its runtime and model kept.
public final class DmnTriage {

  /// The ways in which KIE can run a table; it is measured in each that gives right answers.
  public enum Engine {
    /// As it comes.
    DEFAULT("as it comes", ""),
    /// Tables compiled to Java classes.
    COMPILED("compiled to classes", "org.kie.dmn.compiler.execmodel"),
    /// Tables compiled to an alpha network.
    ALPHA_NETWORK("alpha network", "org.kie.dmn.compiler.alphanetwork");

    private final String words;
    private final String property;

    Engine(String words, String property) {
      this.words = words;
      this.property = property;
    }

    /// How the results name it.
    public String words() {
      return words;
    }
  }

  private final DmnModel model;
  private final DMNRuntime runtime;
  private final org.kie.dmn.api.core.DMNModel compiled;

  private DmnTriage(DmnModel model, DMNRuntime runtime) {
    this.model = model;
    this.runtime = runtime;
    this.compiled = runtime.getModel(DmnModel.NAMESPACE, DmnModel.NAME);
    if (compiled == null || compiled.hasErrors()) {
      throw new IllegalStateException(
          "the model does not compile: " + (compiled == null ? "" : compiled.getMessages()));
    }
  }

  /// Compiles the rules of a protocol.
  static DmnTriage of(LipHa lipHa, DmnModel.Shape shape, Engine engine) {
    var model = DmnModel.of(lipHa.rules(), lipHa.questions(), shape);
    for (var each : Engine.values()) {
      if (!each.property.isEmpty()) {
        System.setProperty(each.property, Boolean.toString(each == engine));
      }
    }
    Resource resource = ResourceFactory.newReaderResource(new StringReader(model.xml()), "UTF-8");
    resource.setSourcePath(DmnModel.NAME + ".dmn");
    var runtime =
        DMNRuntimeBuilder.fromDefaults()
            .buildConfiguration()
            .fromResources(List.of(resource))
            .getOrElseThrow(e -> new IllegalStateException("the model does not compile", e));
    return new DmnTriage(model, runtime);
  }

  /// The conditions about earlier answers that must be worked out beforehand.
  List<Condition> history() {
    return model.history();
  }

  /// A context with the inputs of one check-in, for [#level].
  DMNContext context(Map<String, Object> inputs) {
    var context = runtime.newContext();
    for (var input : model.inputs()) {
      var value = inputs.get(input);
      if (value == null) {
        throw new IllegalArgumentException("no value for the input " + input + " in " + inputs);
      }
      // The number type of FEEL: nothing is left to convert while the clock runs.
      context.set(input, value instanceof Long number ? BigDecimal.valueOf(number) : value);
    }
    return context;
  }

  /// How urgent a check-in is.
  public Urgency level(DMNContext context) {
    var result = runtime.evaluateByName(compiled, context, DmnModel.LEVEL);
    var level = (BigDecimal) result.getDecisionResultByName(DmnModel.LEVEL).getResult();
    if (level == null) {
      throw new IllegalStateException("no level: " + result.getMessages());
    }
    return Urgency.values()[level.intValue()];
  }
}
