package dev.mulligan.agent.types;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.signature.SignatureVisitor;
import org.jspecify.annotations.Nullable;

/** Reads one type of a signature, and erases it: variables are filled in, arguments dropped. */
final class Erasing extends SignatureVisitor {
  private static final String OBJECT = "Ljava/lang/Object;";

  private final UnaryOperator<String> variables;
  private final StringBuilder dimensions = new StringBuilder(0);
  private final List<@Nullable Erasing> arguments = new ArrayList<>(0);
  private String name = "";
  private @Nullable String variable;
  private @Nullable String primitive;

  /**
   * Starts.
   *
   * @param variables gives the erased descriptor of a type variable
   */
  Erasing(UnaryOperator<String> variables) {
    super(Opcodes.ASM9);
    this.variables = variables;
  }

  /** Gives the descriptor of the erased type. */
  String erased() {
    if (variable != null) {
      return dimensions + variables.apply(variable);
    }
    return dimensions + (primitive == null ? "L" + name + ";" : primitive);
  }

  /** Gives the descriptors of its erased arguments; those that say nothing are objects. */
  List<String> erasedArguments() {
    List<String> erased = new ArrayList<>();
    for (Erasing argument : arguments) {
      erased.add(argument == null ? OBJECT : argument.erased());
    }
    return erased;
  }

  @Override
  public void visitBaseType(char descriptor) {
    primitive = String.valueOf(descriptor);
  }

  @Override
  public void visitTypeVariable(String used) {
    variable = used;
  }

  @Override
  public SignatureVisitor visitArrayType() {
    dimensions.append('[');
    return this;
  }

  @Override
  public void visitClassType(String used) {
    name = used;
  }

  @Override
  public void visitInnerClassType(String inner) {
    name = name + "$" + inner;
    arguments.clear();
  }

  @Override
  public void visitTypeArgument() {
    arguments.add(null);
  }

  @Override
  public SignatureVisitor visitTypeArgument(char wildcard) {
    Erasing argument = new Erasing(variables);
    arguments.add(argument);
    return argument;
  }
}
