package dev.mulligan.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import dev.mulligan.processor.model.Parameter;
import dev.mulligan.processor.model.Type;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names inside of one guarded method. A parameter gives way to the fields that the method
 * needs, and the method's own variables give way to its parameters, by an underscore at the end.
 *
 * @param parameters the parameters
 * @param start when the call began
 * @param permit leave to make an attempt
 * @param call the call, once it has failed
 * @param result what the method returned
 * @param failure what the method threw
 */
record Locals(
    List<String> parameters,
    String start,
    String permit,
    String call,
    String result,
    String failure) {

  static Locals of(List<Parameter> parameters, String... fields) {
    NameAllocator names = new NameAllocator();
    Stream.of(fields).forEach(names::newName);
    return new Locals(
        parameters.stream().map(parameter -> names.newName(parameter.name())).toList(),
        names.newName("start"),
        names.newName("permit"),
        names.newName("call"),
        names.newName("result"),
        names.newName("failure"));
  }

  /** The parameters as arguments of a method that takes any number of objects. */
  List<CodeBlock> arguments(List<Parameter> declared) {
    // A single array would be taken for all the arguments.
    String format =
        declared.size() == 1 && isArrayOfObjects(declared.get(0).type()) ? "(Object) $N" : "$N";
    return parameters.stream().map(name -> CodeBlock.of(format, name)).toList();
  }

  private static boolean isArrayOfObjects(Type type) {
    return type instanceof Type.Array array && !(array.component() instanceof Type.Primitive);
  }
}
