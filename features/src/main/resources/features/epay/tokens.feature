@doc-epay-authorisation
Feature: Tokens of Halyk ePay

  @row:epay_oauth2_token
  Scenario: A shop with a wrong password is not admitted
    Given an online shop with a wrong password
    When the customer pays 1500 tenge by a good card
    Then the bank does not admit the shop

  @row:epay_check-status_payment_transaction @needs:wire
  Scenario: Without a token the bank tells nothing
    Given an online shop that takes the money at once
    When the shop opens "/check-status/payment/transaction/205218074" without a token
    Then the HTTP status is 401

  @row:epay_oauth2_token @needs:wire
  Scenario: Form-data, as the page says
    Given an online shop that takes the money at once
    When the shop asks for a token by form-data
    Then the bank's answer is as the document prints it: "epay-authorisation-token"

  @row:epay_oauth2_token @needs:wire
  Scenario: A form, as most clients send it
    Given an online shop that takes the money at once
    When the shop asks for a token by a form
    Then the bank's answer is as the document prints it: "epay-authorisation-token"

  @row:epay_oauth2_token @needs:wire @needs:world
  Scenario: JSON, as one description of 2025 has it
    Given an online shop that takes the money at once
    When the shop asks for a token by JSON
    Then the answer has a number "expires_in"
    And the answer has "expires_in" "7200"

  @row:epay_oauth2_token @needs:wire @needs:world
  Scenario: A token of the password grant lives for half a day
    Given an online shop that takes the money at once
    When the token is asked for with "grant_type" "password"
    And the token is asked for with "username" "merchant"
    And the token is asked for with "password" "secret"
    And the shop asks for a token by a form
    Then the bank's answer is as the document prints it: "epay-authorisation-password"

  @row:epay_oauth2_token @needs:wire @needs:world
  Scenario: A refresh token that nobody gave out
    Given an online shop that takes the money at once
    When the token is asked for with "grant_type" "refresh_token"
    And the token is asked for with "refresh_token" "unknown"
    And the shop asks for a token by a form
    Then the HTTP status is 400
    And the answer has "error" "invalid_grant"

  @row:epay_operation_charge @row:epay_operation_cancel @row:epay_operation_refund @needs:wire
  Scenario Outline: Without a token nobody can <operation> anything
    Given an online shop that takes the money at once
    When the shop calls "/operation/00000000-0000-4000-8000-000000000000/<operation>" without a token
    Then the HTTP status is 401

    Examples:
      | operation |
      | charge    |
      | cancel    |
      | refund    |
