Feature: payments of a third bank

  @row:toy_pay
  Scenario: The customer pays at the toy bank
    When the customer pays 100 tenge at the toy bank
    Then the bank agrees

  @row:toy_pay
  Scenario: The toy bank takes no more than a thousand
    When the customer pays 1001 tenge at the toy bank
    Then the bank refuses with code 7

  @row:toy_pay @needs:wire
  Scenario: The toy bank's answer is one text
    When the customer pays 100 tenge at the toy bank
    Then the HTTP status is 200
    And the answer's text has "paid"
