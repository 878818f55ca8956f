extension GrammarRules {
  /// Parameters, once for functions and once for lambdas, which differ in the token that ends them
  /// (`$`), in having annotations, and in the names of the rules (`@` is their prefix)
  /// and in messages (`%` is what they belong to). Functions may have type comments (`^`), which
  /// never match here, but make the parser read one token further.
  static func parameters(isLambda: Bool) -> String {
    let text = template + (isLambda ? lambdaParameters : functionParameters)
    return String(
      text.flatMap { character -> String in
        switch character {
        case "@": return isLambda ? "lambda_" : ""
        case "$": return isLambda ? "':'" : "')'"
        case "^": return isLambda ? "" : " TYPE_COMMENT?"
        case "%": return isLambda ? "Lambda expression" : "Function"
        default: return String(character)
        }
      })
  }

  private static let template = #"""
    @params:
      | @invalid_parameters
      | @parameters
    @parameters:
      | @slash_no_default @param_no_default* @param_with_default* @star_etc?
      | @slash_with_default @param_with_default* @star_etc?
      | @param_no_default+ @param_with_default* @star_etc?
      | @param_with_default+ @star_etc?
      | @star_etc
    @slash_no_default:
      | @param_no_default+ '/' ','
      | @param_no_default+ '/' &$
    @slash_with_default:
      | @param_no_default* @param_with_default+ '/' ','
      | @param_no_default* @param_with_default+ '/' &$
    @kwds:
      | @invalid_kwds
      | '**' @param_no_default
    @param_no_default:
      | a=@param ','^ => a
      | @param^ &$
    @param_with_default:
      | @param default ','^
      | @param default^ &$
    @param_maybe_default:
      | @param default? ','^
      | @param default?^ &$
    @invalid_parameters_helper:
      | @slash_with_default
      | @param_with_default+
    @invalid_kwds:
      | '**' @param a='=' #at a `var-keyword argument cannot have default value`
      | '**' @param ',' a=@param #at a `arguments cannot follow var-keyword argument`
      | '**' @param ',' a=('*' | '**' | '/') #at a `arguments cannot follow var-keyword argument`
    @invalid_parameters:
      | a='/' ',' #at a `at least one argument must precede /`
      | (@slash_no_default | @slash_with_default) @param_maybe_default* a='/' #at a `/ may appear only once`
      | @slash_no_default? @param_no_default* @invalid_parameters_helper a=@param_no_default #at a `parameter without a default follows parameter with a default`
      | @param_no_default* a='(' @parenthesized ','? b=')' #range a b `% parameters cannot be parenthesized`
      | (@slash_no_default | @slash_with_default)? @param_maybe_default* '*' (',' | @param_no_default) @param_maybe_default* a='/' #at a `/ must be ahead of *`
      | @param_maybe_default+ '/' a='*' #at a `expected comma between / and *`

    """#

  private static let functionParameters = #"""
    param: NAME (':' expression)?
    parenthesized: param_no_default+
    star_etc:
      | invalid_star_etc
      | '*' param_no_default param_maybe_default* kwds?
      | '*' param_no_default_star_annotation param_maybe_default* kwds?
      | '*' ',' param_maybe_default+ kwds?
      | kwds
    param_no_default_star_annotation:
      | NAME ':' star_expression ',' TYPE_COMMENT?
      | NAME ':' star_expression TYPE_COMMENT? &')'
    default:
      | '=' expression
      | invalid_default
    invalid_default: a='=' &(')' | ',') #at a `expected default value expression`
    invalid_star_etc:
      | a='*' (')' | ',' (')' | '**')) #at a `named arguments must follow bare *`
      | '*' param a='=' #at a `var-positional argument cannot have default value`
      | '*' (param_no_default | ',') param_maybe_default* a='*' (param_no_default | ',') #at a `* argument may appear only once`

    """#

  private static let lambdaParameters = #"""
    lambda_param: NAME
    lambda_parenthesized: ','.lambda_param+
    lambda_star_etc:
      | lambda_invalid_star_etc
      | '*' lambda_param_no_default lambda_param_maybe_default* lambda_kwds?
      | '*' ',' lambda_param_maybe_default+ lambda_kwds?
      | lambda_kwds
    lambda_invalid_star_etc:
      | '*' (':' | ',' (':' | '**')) #last `named arguments must follow bare *`
      | '*' lambda_param a='=' #at a `var-positional argument cannot have default value`
      | '*' (lambda_param_no_default | ',') lambda_param_maybe_default* a='*' (lambda_param_no_default | ',') #at a `* argument may appear only once`

    """#
}
